import type { FactView } from '@milepost/views';
import { fromApi } from '../pages/fromApi';
import type { PageLink } from '../visit/pageLink';
import { statementPath } from './statementPath';

/** Where the interface gives numbers of a statement, or counted beside it: pointers below the statement. */
export function givenFrom(fact: FactView, link: PageLink, ...pointers: readonly string[]): string {
  const below = pointers.map((pointer) => pointer.replace(/^[+%-]?/, '$&/statement'));
  return fromApi(link(`/api/v1${statementPath(fact)}`), ...below);
}
