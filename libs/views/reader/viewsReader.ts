import type { Day, MovementPartName } from '@milepost/domain';
import type { Moment } from '../moment';
import type { TrustDifference } from '../movement/differences';
import type { MovedTrust, MovementAnswer, MovementAsked } from '../movement/movementAnswer';
import type {
  AssessmentChange,
  AssessmentView,
  FactHistoryItem,
  FactView,
  FigureAnswer,
  FigureMember,
  FigureMetric,
  GoLivesFilter,
  GroupBy,
  IcbView,
  Page,
  ReturnsOverdue,
  SeriesPoint,
  TrustFilter,
  TrustGoLives,
  TrustPage,
  TrustView,
  ViewStatus,
} from '../questions';
import type { EntrySource } from '../reading/entrySource';
import type { ReplayStep } from '../replay/replayAnswer';
import { subjectOf } from '../reading/subject';
import type { StandardQuestions } from '../standards/standardQuestions';
import { standardQuestions } from '../standards/standardQuestions';
import type { ViewQuestions } from '../viewQuestions';
import { currentViews } from '../writer/viewsFolder';
import { assessmentChange } from './assessmentChange';
import { assessmentViews } from './assessmentViews';
import { compare } from './compare';
import { entryAt } from './factViews';
import { figure } from './figure';
import { goLives } from './goLives';
import { history } from './history';
import { members } from './members';
import { movedTrusts, movement } from './movement';
import { OpenFile } from './openFile';
import { factsOfKind, factsOfSubject, icbs } from './otherFacts';
import { returnsOverdue } from './returnsOverdue';
import { reportedInScope } from './reportedInScope';
import { replay } from './replay';
import { series } from './series';
import type { Sight } from './sight';
import { sightOf } from './sight';
import { milestones, timeline } from './timeline';
import { codesOfTrusts } from './trustCodes';
import { listedTrust, trusts } from './trusts';
import { trustView } from './trustView';
import { ViewsBehind } from './viewsBehind';
import { ViewsMissing } from './viewsMissing';

/** Views that a question reads: facts always. */
const REGISTER = ['facts', 'register'];
const ALL = ['facts', 'register', 'epr'];

/**
 * Answers questions from the views that the folder's pointer names, in any thread, on a connection that only reads. Each
 * answer comes from one snapshot of the file. Texts of facts come from the ledger.
 */
export class ViewsReader implements ViewQuestions {
  readonly standards: StandardQuestions;
  private file: OpenFile;

  /** @throws ViewsMissing where the folder has no views yet. */
  constructor(
    private readonly folder: string,
    private readonly ledger: EntrySource,
  ) {
    this.file = open(folder);
    this.standards = standardQuestions((moment, views, look) => this.ask(moment, views, look), ledger);
  }

  status(): readonly ViewStatus[] {
    const { size } = this.ledger.head();
    return this.current()
      .checkpoints.all()
      .map(({ view, version, next, halted }) => ({
        view,
        version,
        next,
        state: halted ? { kind: 'halted', ...halted } : { kind: next >= size ? 'live' : 'catching-up' },
      }));
  }

  trusts(moment: Moment, filter: TrustFilter, offset: number, limit: number): TrustPage {
    return this.ask(moment, ALL, (file, sight) => trusts(file, this.ledger, sight, filter, offset, limit));
  }

  reportedInScope(moment: Moment): number {
    return this.ask(moment, ALL, reportedInScope);
  }

  trust(moment: Moment, ods: string): TrustView | undefined {
    return this.ask(moment, ALL, (file, sight) => trustView(file, this.ledger, sight, ods));
  }

  timeline(moment: Moment, ods: string): readonly FactView[] {
    return this.about(moment, ['facts'], ods, (file, sight, about) => timeline(file, this.ledger, sight, about));
  }

  assessments(moment: Moment, ods: string): readonly AssessmentView[] {
    return this.about(moment, ['facts', 'assessments'], ods, (file, sight, about) =>
      assessmentViews(file, this.ledger, sight, about),
    );
  }

  assessmentChange(moment: Moment, framework: string, measure: string): AssessmentChange | undefined {
    return this.ask(moment, ['facts', 'assessments'], (file, sight) =>
      assessmentChange(file, this.ledger, sight, framework, measure),
    );
  }

  history(moment: Moment, ods: string): readonly FactHistoryItem[] {
    return this.about(moment, ['facts'], ods, (file, sight, about) => history(file, this.ledger, sight, about, null));
  }

  fact(moment: Moment, factId: string): readonly FactHistoryItem[] {
    return this.ask(moment, ['facts'], (file, sight) => {
      const first = this.ledger.sequenceById(factId);
      if (first === undefined) return [];
      const about = file.subjects.idOf(subjectOf(entryAt(this.ledger, first).stream));
      return about === undefined ? [] : history(file, this.ledger, sight, about, first);
    });
  }

  facts(moment: Moment, kind: string, offset: number, limit: number): Page<FactView> {
    return this.ask(moment, ['facts'], (file, sight) => factsOfKind(file, this.ledger, sight, kind, offset, limit));
  }

  factsAbout(moment: Moment, kind: string, id: string): readonly FactView[] {
    return this.ask(moment, ['facts'], (file, sight) => {
      const about = file.subjects.idOf({ kind, id });
      return about === undefined ? [] : factsOfSubject(file, this.ledger, sight, about);
    });
  }

  milestones(
    moment: Moment,
    offset: number,
    limit: number,
  ): Page<FactView & { readonly ods: string; readonly name: string }> {
    return this.ask(moment, REGISTER, (file, sight) => {
      const codes = codesOfTrusts(file);
      const { items, total } = milestones(file, this.ledger, sight, offset, limit);
      return {
        total,
        items: items.map(({ about, ...fact }) => {
          const ods = codes.get(about) as string;
          return { ...fact, ods, name: listedTrust(file, sight, ods)?.name ?? ods };
        }),
      };
    });
  }

  icbs(moment: Moment): readonly IcbView[] {
    return this.ask(moment, ['facts'], (file, sight) => icbs(file, this.ledger, sight));
  }

  figure(moment: Moment, metric: FigureMetric, by: GroupBy | undefined): FigureAnswer {
    return this.ask(moment, viewsOf(metric), (file, sight) => figure(file, sight, metric, by));
  }

  members(moment: Moment, metric: FigureMetric, offset: number, limit: number): Page<FigureMember> {
    return this.ask(moment, viewsOf(metric), (file, sight) => members(file, this.ledger, sight, metric, offset, limit));
  }

  goLives(moment: Moment, filter: GoLivesFilter, offset: number, limit: number): Page<TrustGoLives> {
    return this.ask(moment, ALL, (file, sight) => goLives(file, this.ledger, sight, filter, offset, limit));
  }

  returnsOverdue(moment: Moment, since: Day, offset: number, limit: number): ReturnsOverdue {
    return this.ask(moment, REGISTER, (file, sight) => returnsOverdue(file, this.ledger, sight, since, offset, limit));
  }

  series(moment: Moment, metric: FigureMetric, from: Day, to: Day, every: 'month' | 'quarter'): readonly SeriesPoint[] {
    return this.ask(moment, viewsOf(metric), (file, sight) => series(file, sight, metric, from, to, every));
  }

  movement(asked: MovementAsked, by: GroupBy | undefined): MovementAnswer {
    return this.move(asked, (file) => movement(file, this.ledger, asked, by));
  }

  movedTrusts(
    asked: MovementAsked,
    by: GroupBy | undefined,
    part: MovementPartName | undefined,
    offset: number,
    limit: number,
  ): Page<MovedTrust> {
    return this.move(asked, (file) => movedTrusts(file, this.ledger, asked, by, part, offset, limit));
  }

  compare(from: Moment, to: Moment, offset: number, limit: number): Page<TrustDifference> {
    const size = Math.max(from.size, to.size);
    return this.ask({ ...to, size }, ALL, (file) => compare(file, this.ledger, from, to, offset, limit));
  }

  replay(moments: readonly Moment[], metrics: readonly FigureMetric[]): readonly ReplayStep[] {
    const [first] = moments;
    if (first === undefined) return [];
    const size = Math.max(...moments.map((moment) => moment.size));
    const views = new Set(metrics.flatMap(viewsOf));
    return this.ask({ ...first, size }, [...views], (file) => replay(file, this.ledger, moments, metrics));
  }

  close(): void {
    this.file.close();
  }

  private about<T>(
    moment: Moment,
    views: readonly string[],
    ods: string,
    look: (file: OpenFile, sight: Sight, about: number) => readonly T[],
  ): readonly T[] {
    return this.ask(moment, views, (file, sight) => {
      const about = file.subjects.idOf({ kind: 'trust', id: ods });
      return about === undefined ? [] : look(file, sight, about);
    });
  }

  private move<T>({ from, to, metric, fromMetric }: MovementAsked, look: (file: OpenFile) => T): T {
    const size = Math.max(from.size, to.size);
    const views = new Set([...viewsOf(metric), ...viewsOf(fromMetric ?? metric)]);
    return this.ask({ ...to, size }, [...views], look);
  }

  /** @throws ViewsBehind where a view that the question reads has not applied all entries of the moment. */
  private ask<T>(moment: Moment, views: readonly string[], look: (file: OpenFile, sight: Sight) => T): T {
    const file = this.current();
    return file.snapshot(() => {
      for (const { view, next } of file.checkpoints.all()) {
        if (views.includes(view) && next < moment.size) throw new ViewsBehind(view, next, moment.size);
      }
      return this.ledger.snapshot(() => look(file, sightOf(moment)));
    });
  }

  /** The file in use, which changes when a rebuild has taken the place of what was. */
  private current(): OpenFile {
    if (currentViews(this.folder) !== this.file.name) {
      const old = this.file;
      this.file = open(this.folder);
      old.close();
    }
    return this.file;
  }
}

const viewsOf = (metric: FigureMetric): readonly string[] => (metric === 'in-scope' ? REGISTER : ALL);

function open(folder: string): OpenFile {
  const name = currentViews(folder);
  if (name === undefined) throw new ViewsMissing(folder);
  return new OpenFile(folder, name);
}
