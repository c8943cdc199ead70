/**
 * Lets those who ask for the same at the same time share one answer. Nothing is kept once it came: `start` is called
 * anew by whoever asks next.
 */
export function sharing<Value>(): (key: string, start: () => Promise<Value>) => Promise<Value> {
  const running = new Map<string, Promise<Value>>()
  return (key, start) => {
    const one = running.get(key) ?? start().finally(() => running.delete(key))
    running.set(key, one)
    return one
  }
}
