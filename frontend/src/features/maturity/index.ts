// SPDX-License-Identifier: EUPL-1.2
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavItem } from '@/shared/nav';
import { frameRoute } from '@/shared/routes';
import { optionalOneOf, optionalText } from '@/shared/search';
import { ASSESSMENT_STATES, VIEWS } from './words';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/maturity',
  validateSearch: (search: Record<string, unknown>): { state?: (typeof ASSESSMENT_STATES)[number] } => ({
    state: optionalOneOf(search.state, ASSESSMENT_STATES),
  }),
  component: lazyRouteComponent(() => import('./list/AssessmentListPage'), 'AssessmentListPage'),
});

const newRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/maturity/new',
  component: lazyRouteComponent(() => import('./assessment/NewAssessmentPage'), 'NewAssessmentPage'),
});

const modelsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/maturity/models',
  component: lazyRouteComponent(() => import('./models/ModelsPage'), 'ModelsPage'),
});

const modelImportRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/maturity/models/import',
  component: lazyRouteComponent(() => import('./models/ModelImportPage'), 'ModelImportPage'),
});

const modelRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/maturity/models/$modelId/$modelVersion',
  component: lazyRouteComponent(() => import('./models/ModelPage'), 'ModelPage'),
});

const modelEditRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/maturity/models/$modelId/$modelVersion/edit',
  component: lazyRouteComponent(() => import('./models/edit/ModelEditPage'), 'ModelEditPage'),
});

const assessmentRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/maturity/$assessmentId',
  component: lazyRouteComponent(() => import('./assessment/AssessmentPage'), 'AssessmentPage'),
});

const changeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/maturity/$assessmentId/change',
  component: lazyRouteComponent(() => import('./assessment/ChangeAssessmentPage'), 'ChangeAssessmentPage'),
});

const scorecardRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/maturity/$assessmentId/scorecard',
  validateSearch: (search: Record<string, unknown>): { view?: (typeof VIEWS)[number]; criterion?: string; part?: string } => ({
    view: optionalOneOf(search.view, VIEWS),
    // The row that is open.
    criterion: optionalText(search.criterion),
    // Only answers from one unit below the one assessed.
    part: optionalText(search.part),
  }),
  component: lazyRouteComponent(() => import('./scorecard/ScorecardPage'), 'ScorecardPage'),
});

const interviewsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/maturity/$assessmentId/interviews',
  component: lazyRouteComponent(() => import('./interview/InterviewsPage'), 'InterviewsPage'),
});

const newInterviewRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/maturity/$assessmentId/interviews/new',
  component: lazyRouteComponent(() => import('./interview/PlanPage'), 'NewInterviewPage'),
});

const quotesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/maturity/$assessmentId/quotes',
  component: lazyRouteComponent(() => import('./interview/QuotesPage'), 'QuotesPage'),
});

const interviewRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/interviews/$interviewId',
  component: lazyRouteComponent(() => import('./interview/InterviewPage'), 'InterviewPage'),
});

const changeInterviewRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/interviews/$interviewId/change',
  component: lazyRouteComponent(() => import('./interview/PlanPage'), 'ChangeInterviewPage'),
});

export const maturityRoutes = [
  listRoute,
  newRoute,
  modelsRoute,
  modelImportRoute,
  modelRoute,
  modelEditRoute,
  assessmentRoute,
  changeRoute,
  scorecardRoute,
  interviewsRoute,
  newInterviewRoute,
  quotesRoute,
  interviewRoute,
  changeInterviewRoute,
] as const;
export const maturityNav: NavItem = {
  to: '/maturity',
  text: { sv: 'Mognad', en: 'Maturity' },
  icon: 'maturity',
  permission: 'assessment:read',
};
