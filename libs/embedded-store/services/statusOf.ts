import { status } from '@grpc/grpc-js';
import type { GrpcStatus } from '../grpc/grpcStatus';
import { Damaged } from '../log/damaged';
import { Refusal } from '../protocol/refusal';

/** How a call ends that failed: with what its client can be told; anything unforeseen is a fault of ours and said as such. */
export function statusOf(error: unknown): GrpcStatus {
  if (error instanceof Refusal) return { code: error.code, details: error.message };
  if (error instanceof Damaged) return { code: status.DATA_LOSS, details: error.message };
  return {
    code: status.INTERNAL,
    details: `The event store failed: ${error instanceof Error ? error.message : String(error)}.`,
  };
}
