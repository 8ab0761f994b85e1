import { StreamIdentifier } from '@eventstore/db-client/generated/shared_pb';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';

/** The messages of a read beside its events. */
export const readAnswer = {
  streamNotFound(stream: string): Buffer {
    const identifier = new StreamIdentifier().setStreamName(Buffer.from(stream));
    return bytes(new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(identifier)));
  },
  confirmation(id: string): Buffer {
    return bytes(new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(id)));
  },
  checkpoint(commit: number, prepare: number): Buffer {
    const checkpoint = new ReadResp.Checkpoint().setCommitPosition(String(commit)).setPreparePosition(String(prepare));
    return bytes(new ReadResp().setCheckpoint(checkpoint));
  },
  caughtUp(): Buffer {
    return bytes(new ReadResp().setCaughtUp(new ReadResp.CaughtUp()));
  },
};

const bytes = (response: ReadResp): Buffer => Buffer.from(response.serializeBinary());
