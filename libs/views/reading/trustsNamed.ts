import type { FactType } from '@milepost/domain';
import type { Subject } from './subject';

type Data = Readonly<Record<string, unknown>>;

const NONE: readonly string[] = [];
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Whether facts of this type in such a stream can be about others than the stream's own subject. */
export function namesOthers(type: FactType, stream: Subject): boolean {
  return stream.kind === 'sharedepr' || type === 'TrustSucceeded.v1' || type === 'ServicesTransferred.v1';
}

/** Codes of the trusts that a version is about beside the subject of its stream, each once. */
export function trustsNamed(type: FactType, stream: Subject, data: Data): readonly string[] {
  if (!namesOthers(type, stream)) return NONE;
  const named =
    stream.kind === 'sharedepr'
      ? [...list(data['members']), ...list([data['member']].filter(Boolean))]
      : type === 'ServicesTransferred.v1'
        ? [data['to']]
        : list(data['successors']).map((successor) => (successor as Data)['ods']);
  const codes = [...new Set(named)].map(String);
  return stream.kind === 'trust' ? codes.filter((code) => code !== stream.id) : codes;
}
