export { DashboardModule } from './dashboardModule';
export { PageErrors } from './http/pageErrors';
export { PagesData } from './pagesData';
export type { ImportedFile, ImportReport, RefusedRow } from './pagesData';
export { ProblemPages } from './problemPages';
export type { ProblemType } from './pages/problemTypePages';
