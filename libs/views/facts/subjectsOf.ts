import type { FactType } from '@milepost/domain';
import type { Subject } from '../reading/subject';

type Data = Readonly<Record<string, unknown>>;

const trusts = (codes: readonly unknown[]): Subject[] => codes.map((code) => ({ kind: 'trust', id: String(code) }));
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Whether facts of this type in such a stream can be about others than the stream's own subject. */
export function namesOthers(type: FactType, stream: Subject): boolean {
  return stream.kind === 'sharedepr' || type === 'TrustSucceeded.v1' || type === 'ServicesTransferred.v1';
}

/** Everything that a version is about: the subject of its stream first, then the trusts that it names, each once. */
export function subjectsOf(type: FactType, stream: Subject, data: Data): Subject[] {
  if (!namesOthers(type, stream)) return [stream];
  const named =
    stream.kind === 'sharedepr'
      ? [...list(data['members']), ...list([data['member']].filter(Boolean))]
      : type === 'ServicesTransferred.v1'
        ? [data['to']]
        : list(data['successors']).map((successor) => (successor as Data)['ods']);
  const others = trusts([...new Set(named)]).filter(({ kind, id }) => kind !== stream.kind || id !== stream.id);
  return [stream, ...others];
}
