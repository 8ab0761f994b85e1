import { status } from '@grpc/grpc-js';
import type { ProposedEvent } from '../log/append';
import { MAX_APPEND_BYTES } from '../protocol/appendRules';
import type { BadPiece, BatchAppendOptions, BatchAppendPiece } from '../protocol/decodeBatchAppend';
import { Refusal } from '../protocol/refusal';

/** An append whose last piece has come. */
export interface WholeAppend {
  readonly correlation: Buffer;
  readonly options: BatchAppendOptions | undefined;
  readonly events: readonly ProposedEvent[];
  readonly dataBytes: number;
  readonly refusal: Refusal | undefined;
}

interface Partial {
  options: BatchAppendOptions | undefined;
  events: ProposedEvent[];
  dataBytes: number;
  heldBytes: number;
  refusal: Refusal | undefined;
}

/** What the unfinished appends of one call may hold in memory together. */
const HELD_BYTES = 32 * 1024 * 1024;
const EVENT_BYTES = 256;

/**
 * Puts the pieces of appends together that a client has split over several messages.
 * An append that is too large or refused already keeps its count but not its bytes, so no client can fill the memory.
 */
export class SplitAppends {
  private readonly partials = new Map<string, Partial>();
  private held = 0;

  /** The whole append, once its last piece has come. */
  add(piece: BatchAppendPiece | BadPiece): WholeAppend | undefined {
    const key = piece.correlation.toString('latin1');
    const known = this.partials.get(key);
    if (known === undefined && piece.isFinal)
      return { ...piece, dataBytes: dataBytes(piece), refusal: refusalOf(piece) };
    const partial = known ?? { options: undefined, events: [], dataBytes: 0, heldBytes: 0, refusal: undefined };
    this.join(partial, piece);
    if (!piece.isFinal) {
      this.partials.set(key, partial);
      return undefined;
    }
    this.partials.delete(key);
    this.held -= partial.heldBytes;
    return { ...partial, correlation: piece.correlation };
  }

  private join(partial: Partial, piece: BatchAppendPiece | BadPiece): void {
    partial.options ??= piece.options;
    partial.refusal ??= refusalOf(piece);
    partial.dataBytes += dataBytes(piece);
    const size =
      EVENT_BYTES +
      piece.events.reduce((sum, event) => sum + EVENT_BYTES + event.data.length + event.metadata.length, 0);
    if (this.held + size > HELD_BYTES) {
      partial.refusal ??= new Refusal(
        status.RESOURCE_EXHAUSTED,
        'The append is too large to be held in memory: split it into smaller ones.',
      );
    }
    if (partial.refusal !== undefined || partial.dataBytes > MAX_APPEND_BYTES) {
      this.held -= partial.heldBytes;
      partial.heldBytes = 0;
      partial.events = [];
      return;
    }
    this.held += size;
    partial.heldBytes += size;
    partial.events.push(...piece.events);
  }
}

const dataBytes = (piece: BatchAppendPiece): number => piece.events.reduce((sum, event) => sum + event.data.length, 0);

const refusalOf = (piece: BatchAppendPiece | BadPiece): Refusal | undefined =>
  'refusal' in piece ? piece.refusal : undefined;
