/**
 * Whether the reason of a failed handshake is our own word for a client certificate that is missing or not trusted. An
 * alert is the other side's word, about our certificate.
 */
export function isClientCertificate(reason = ''): boolean {
  return (
    /did not return a certificate|client.?cert|certificate verify failed/i.test(reason) && !/\balert\b/i.test(reason)
  )
}
