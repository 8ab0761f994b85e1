/** A request that is not served: a gRPC status code and a sentence for whoever sent it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: number,
    sentence: string,
  ) {
    super(sentence);
  }
}
