/** Why sequencing stopped, as a sentence for an operator; only their decision goes on. */
export class SequencerHalt extends Error {
  override readonly name = 'SequencerHalt';
}
