/** The store cannot run as asked. The message is one sentence for a person: what is wrong and what to do. Nothing was changed. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}
