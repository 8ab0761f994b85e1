import { basename } from 'node:path';
import type { Columns } from '../cells/readCells';
import { readCsvInSteps } from '../csv/readCsv';
import type { CsvLayout } from '../csv/csvTable';
import type { FilePlan, Plan } from '../plan/plan';
import type { RowRules } from '../plan/planFile';
import { planFileInSteps } from '../plan/planFile';
import { atOnce } from '../slices/steps';
import type { Steps } from '../slices/steps';
import { dmaFileRules, isMeasureName } from './dmaFileRules';
import { publicColumns } from './madePublic';
import { milestoneFileRules } from './milestoneFileRules';
import { ODS_TRUST_COLUMNS, odsTrustRules } from './odsTrustRules';
import type { OwnFileKind } from './ownFileKinds';
import { checkOptions, importRefused } from './ownFileOptions';
import type { KnownCodes, OwnFileOptions } from './ownFileOptions';
import { ODS_SUCCESSION_COLUMNS, planOdsSuccessions } from './planOdsSuccessions';
import { returnRules } from './returnRules';

/**
 * Works out what a user's own file would record. Its name says which of the ODS files it is, and stands in the report.
 * @throws {Problem} 400 where the options are wrong, or an ODS file's name says nothing. What is wrong in the file is in the plan.
 */
export function planUserFile(
  kind: OwnFileKind,
  bytes: Uint8Array,
  fileName: string,
  options: OwnFileOptions,
  knownCodes: KnownCodes,
): Plan {
  return atOnce(planUserFileInSteps(kind, bytes, fileName, options, knownCodes));
}

/** The same as {@link planUserFile}, to be interrupted within the file: 50,000 rows take seconds. */
export function* planUserFileInSteps(
  kind: OwnFileKind,
  bytes: Uint8Array,
  fileName: string,
  options: OwnFileOptions,
  knownCodes: KnownCodes,
): Steps<Plan> {
  checkOptions(options);
  const file = basename(fileName);
  function* plan<C extends Columns>(
    rules: RowRules<C>,
    optional: readonly string[],
    further?: (name: string) => boolean,
  ): Steps<FilePlan> {
    const table = yield* readCsvInSteps(file, bytes, layoutOf(rules.columns, optional, further));
    return yield* planFileInSteps(table, rules);
  }
  switch (kind) {
    case 'ods':
      return yield* planOdsFile(bytes, file, options, knownCodes);
    case 'dma': {
      const files = [yield* plan(dmaFileRules(knownCodes, options), [], isMeasureName)];
      return { dataSet: kind, files, partOf: (key) => key.split('/', 2).join('/') };
    }
    case 'milestones':
      return { dataSet: kind, files: [yield* plan(milestoneFileRules(knownCodes, options), [])], partOf: () => kind };
    case 'returns': {
      const files = [yield* plan(returnRules(knownCodes, options), ['name', 'precision', 'deployment', 'source'])];
      return { dataSet: kind, files, partOf: (key) => key.split('/')[2] ?? '' };
    }
  }
}

/** A file may come without the columns that say when a row became public. */
function layoutOf(columns: Columns, optional: readonly string[], further?: (name: string) => boolean): CsvLayout {
  const mayLack = [...Object.keys(publicColumns), ...optional];
  return {
    header: true,
    required: Object.keys(columns).filter((name) => !mayLack.includes(name)),
    optional: mayLack,
    ...(further && { further }),
  };
}

const ODS_FILES = {
  etr: { list: 'ODS trust file etr', kind: 'nhs_trust' },
  ect: { list: 'ODS care trust file ect', kind: 'care_trust' },
} as const;

/** Each of the ODS files is a data set of its own: what one of them does not have is not gone from another. */
function* planOdsFile(bytes: Uint8Array, file: string, { asAt }: OwnFileOptions, knownCodes: KnownCodes): Steps<Plan> {
  if (asAt === undefined) {
    throw importRefused('asAt', 'An ODS file does not say which day it describes: say it with --as-at YYYY-MM-DD.');
  }
  const which = /^(etr|ect|succarc|succ)(?![a-z]).*\.csv$/i.exec(file)?.[1]?.toLowerCase();
  if (which === undefined) {
    throw importRefused('file', `${file} is not named like an ODS file: etr.csv, ect.csv, succ.csv or succarc.csv.`);
  }
  const plan = { dataSet: `ods-${which}`, partOf: (key: string) => key.slice(key.indexOf('/') + 1) };
  const layout = { header: false, columns: ODS_SUCCESSION_COLUMNS } as const;
  if (which !== 'etr' && which !== 'ect') {
    return { ...plan, files: [planOdsSuccessions(yield* readCsvInSteps(file, bytes, layout), asAt, knownCodes)] };
  }
  const table = yield* readCsvInSteps(file, bytes, { header: false, columns: ODS_TRUST_COLUMNS });
  return { ...plan, files: [yield* planFileInSteps(table, odsTrustRules({ ...ODS_FILES[which], asAt }))] };
}
