export { DashboardModule } from './dashboardModule';
export { Desk } from './desk';
export type { FileNews, FileOutcome, FilePlace, FormCommand, Sent, SentFile, Session } from './desk';
export { PageErrors } from './http/pageErrors';
export { PagesData } from './pagesData';
export type { ImportedFile, ImportReport, RefusedRow } from './pagesData';
export { ProblemPages } from './problemPages';
export type { ProblemType } from './pages/problemTypePages';
