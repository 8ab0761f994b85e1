import { status } from '@grpc/grpc-js';

/** How a call ends: a gRPC status code, and a sentence where it is not OK. */
export interface GrpcStatus {
  readonly code: number;
  readonly details: string;
}

export const OK: GrpcStatus = { code: status.OK, details: '' };

/** The status as HTTP/2 header fields. */
export function statusFields({ code, details }: GrpcStatus): Record<string, string> {
  const fields = { 'grpc-status': String(code) };
  return details === '' ? fields : { ...fields, 'grpc-message': percentEncoded(details) };
}

/** As gRPC over HTTP/2 asks for ("Percent-Encoded"): printable ASCII but `%` stands for itself, which clients rely on. */
function percentEncoded(text: string): string {
  let encoded = '';
  for (const byte of Buffer.from(text)) {
    const isPlain = byte >= 0x20 && byte <= 0x7e && byte !== 0x25;
    encoded += isPlain ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}
