// Where what is in the finder's memory, up to `free`; the caller fills all but what is not exported.

/** Six tables of sixteen bytes: for the lower and the upper half of each of three bytes, the buckets it may be of. */
export const tables: usize = 64
/** Nine addresses: where each bucket's entries begin in `texts`, and where those of the last end. */
export const ends: usize = 160
/** The buckets of sixteen places. */
export const found: usize = 208
/** Eight numbers a text: its address; its length; where its fingerprint stands in it; 1 where its labels must be whole, or
 * a key of 2 or more where it is to be noted and not told; its first four bytes with the bit of lower case, and which
 * bits of them count; 1 where it is a sender's. */
export const texts: usize = 256
export const mostTexts: usize = 256
/** The texts themselves, in lower case. */
export const letters: usize = 8448
/** So many bytes are looked at before what was found in them is. Of each place a bit tells what may stand there. */
export const stretch: usize = 4096
export const idMasks: usize = 57856
export const addressMasks: usize = 58368
export const textMasks: usize = 58880
/** The keys that were noted last, each in the slot that its upper bits name. */
export const seen: usize = 65536
export const seenSlots: usize = 4096
/** For each three bytes, by their hash, the buckets of the texts whose fingerprint they are. */
export const prints: usize = 81920
export const printSlots: usize = 16384
/** The places themselves, four bytes each; and a few behind the last. */
export const idPlaces: usize = 98304
export const addressPlaces: usize = 114688
export const textPlaces: usize = 131072
/** From here on the memory is the caller's. */
export const free: usize = 147520
