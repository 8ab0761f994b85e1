import { CellRefused } from './cellRefused';
import { shown } from './shown';

const FORM = /^[A-Z0-9]{3,6}$/;

/** An ODS code by its form: 3 to 6 capitals and digits. Codes beginning with ZZ are for invented trusts, which have no place here. */
export function odsCodeCell(text: string): string {
  if (!FORM.test(text)) throw new CellRefused(`${shown(text)} is not an ODS code: 3 to 6 capitals and digits.`);
  if (text.startsWith('ZZ')) throw new CellRefused(`${text} is a code for invented trusts.`);
  return text;
}
