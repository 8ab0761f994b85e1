import type { Day, StandardDefinition, Standing } from '@milepost/domain';
import { standardRule, standingOn, standingReason } from '@milepost/domain';
import type { Moment } from '../moment';
import type { GroupBy, Page, SeriesPoint } from '../questions';
import type { OpenFile } from '../reader/openFile';
import type { Sight } from '../reader/sight';
import type { EntrySource } from '../reading/entrySource';
import { EntryTexts, FamilyFacts } from './familyFacts';
import type { StandardView } from './publishedStandards';
import { publishedStandards } from './publishedStandards';
import type { StandardFigure, StandardMember } from './standardFigures';
import { standardFigure, standardMembers, standardSeries } from './standardFigures';

/** Where a trust stands against a version of a standard. */
export interface TrustStanding extends Standing {
  /** In sentences. */
  readonly reason: string;
}

/** The questions about standards. Each is about a definition, published or not: a draft is evaluated like any other. */
export interface StandardQuestions {
  /** Every standard that the moment sees, by id. */
  all(moment: Moment): readonly StandardView[];
  /** Undefined where the record knows no such trust. */
  standing(moment: Moment, ods: string, definition: StandardDefinition): TrustStanding | undefined;
  figure(moment: Moment, definition: StandardDefinition, by: GroupBy | undefined): StandardFigure;
  members(moment: Moment, definition: StandardDefinition, offset: number, limit: number): Page<StandardMember>;
  series(
    moment: Moment,
    definition: StandardDefinition,
    from: Day,
    to: Day,
    every: 'month' | 'quarter',
  ): readonly SeriesPoint[];
}

/** Asks the views file in use at a moment, which must have applied all of its entries. */
export type Ask = <T>(moment: Moment, views: readonly string[], look: (file: OpenFile, sight: Sight) => T) => T;

const VIEWS = ['facts', 'register'];

export function standardQuestions(ask: Ask, ledger: EntrySource): StandardQuestions {
  const texts = new EntryTexts(ledger);
  return {
    all: (moment) => ask(moment, ['facts'], (file, sight) => publishedStandards(file, ledger, sight)),
    standing: (moment, ods, definition) =>
      ask(moment, VIEWS, (file, sight) => {
        const about = file.subjects.idOf({ kind: 'trust', id: ods });
        if (about === undefined) return undefined;
        const { types } = standardRule('meets', definition, ods, 'meets');
        const facts = new FamilyFacts(file, texts, sight, types).of(about, ods);
        const standing = standingOn(definition, ods, facts, sight.day);
        return { ...standing, reason: standingReason(definition, standing) };
      }),
    figure: (moment, definition, by) =>
      ask(moment, VIEWS, (file, sight) => standardFigure(file, texts, sight, definition, by)),
    members: (moment, definition, offset, limit) =>
      ask(moment, VIEWS, (file, sight) => standardMembers(file, texts, sight, definition, offset, limit)),
    series: (moment, definition, from, to, every) =>
      ask(moment, VIEWS, (file, sight) => standardSeries(file, texts, sight, definition, from, to, every)),
  };
}
