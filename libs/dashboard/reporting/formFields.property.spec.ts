import { factSchemas } from '@milepost/domain';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { aDay, arbitraryData } from '../testing/arbitraryBodies';
import { parseForm } from '../forms/parseForm';
import { factFields } from './factFields';
import { publicField } from './fields/publicField';
import { fillFields, inputsOfFields, keptBeside, writeFields } from './formFields';
import type { FormFields } from './formFields';
import { REPORTS } from './reports';
import type { Typed } from './typed';

const ajv = addFormats(new Ajv({ strict: false }));
const KNOWN = [{ deployment: 'alpha', text: 'Alpha' }];
const PUBLIC = publicField('When?', 'Today');

/** What a browser sends for it, read as the server reads it. */
function sent(form: FormFields, typed: Typed): Typed {
  const all = Object.fromEntries(inputsOfFields(form).map((input) => [input, typed[input] ?? '']));
  return parseForm(new URLSearchParams(all).toString(), inputsOfFields(form));
}

it.each(REPORTS.map((report) => [report.slug, report] as const))(
  'any valid body of a report about %s survives its form',
  (_slug, { factType, fixed }) => {
    const { type: _type, ...members } = fixed;
    const form = factFields(factType, members, KNOWN, [PUBLIC]);
    if (!form) throw new Error(`${factType} has no form`);
    const valid = ajv.compile(factSchemas[factType]);
    fc.assert(
      fc.property(arbitraryData(factType, members), fc.option(aDay, { nil: undefined }), (data, reportedOn) => {
        expect([valid(data), valid.errors]).toEqual([true, null]);
        const body = { ...data, ...(reportedOn === undefined ? {} : { reportedOn }) };
        const read = writeFields(form, sent(form, fillFields(form, body)));
        expect(read.faults).toEqual([]);
        expect({ ...keptBeside(form, body), ...read.members }).toEqual(body);
      }),
      { numRuns: 40 },
    );
  },
);

it('keeps what a correction’s form does not ask, and can take away what the record inferred', () => {
  const data = {
    deployment: 'alpha',
    occurredOn: '2024',
    precision: 'year',
    trustName: 'As the source has it',
    inferred: true,
  };
  const form = factFields('EprWentLive.v1', data, KNOWN, []);
  if (!form) throw new Error('there is no form');
  const typed = fillFields(form, data);
  expect({ ...keptBeside(form, data), ...writeFields(form, typed).members }).toEqual(data);
  const { inferred: _inferred, ...sure } = data;
  expect({ ...keptBeside(form, data), ...writeFields(form, { ...typed, inferred: '' }).members }).toEqual(sure);
});
