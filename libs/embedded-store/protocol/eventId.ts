import { ProtoReader } from './protoReader';

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NIL = '00000000-0000-0000-0000-000000000000';

/** The lower-case UUID in an `event_store.client.UUID` message, in either of its forms; undefined where there is none. */
export function eventId(message: Buffer): string | undefined {
  const reader = new ProtoReader(message);
  let id: string | undefined;
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) id = structured(reader.slice());
    else if (field === 2) id = reader.slice().toString('latin1').toLowerCase();
    else reader.skip();
  }
  return id !== undefined && id !== NIL && FORM.test(id) ? id : undefined;
}

function structured(message: Buffer): string {
  const reader = new ProtoReader(message);
  let most = 0n;
  let least = 0n;
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) most = reader.bigint();
    else if (field === 2) least = reader.bigint();
    else reader.skip();
  }
  const hex = most.toString(16).padStart(16, '0') + least.toString(16).padStart(16, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
