import { status } from '@grpc/grpc-js';

/** How a call ends: a gRPC status code, and a sentence where it is not OK. */
export interface GrpcStatus {
  readonly code: number;
  readonly details: string;
}

export const OK: GrpcStatus = { code: status.OK, details: '' };

/** The status as HTTP/2 header fields; `grpc-message` is percent-encoded as the gRPC protocol over HTTP/2 asks ("Status-Message"). */
export function statusFields({ code, details }: GrpcStatus): Record<string, string> {
  const fields = { 'grpc-status': String(code) };
  return details === '' ? fields : { ...fields, 'grpc-message': encodeURIComponent(details) };
}
