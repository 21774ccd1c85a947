import { Hono } from 'hono';
import * as v from 'valibot';
import { message } from '../../src/domain/rule-messages.ts';
import { subjectObject } from '../../src/domain/rules.ts';
import { idSchema } from '../../src/domain/values.ts';
import { check } from '../../src/domain/violations.ts';
import type { TokenIssuer } from '../auth/development-tokens.ts';
import { ProblemError } from '../problem.ts';
import { onlyMethods } from '../routes/methods.ts';
import { limitBody, readJson } from '../routes/read-json.ts';
import { demoSubjects } from './demo-reps.ts';

const tokenRequestSchema = v.strictObject({ subject: idSchema }, message(subjectObject));

/** `/demo`: a substitute for signing in. It asks for no password, so it must never run outside a demo. */
export function demoRoutes(issuer: TokenIssuer): Hono {
  const routes = new Hono();
  routes
    .post('/tokens', limitBody, async (context) => {
      const request = check(tokenRequestSchema, await readJson(context));
      if (!request.ok)
        throw new ProblemError({
          status: 422,
          detail: 'The subject is missing.',
          errors: request.violations,
        });
      const permissions = demoSubjects.get(request.value.subject);
      if (!permissions)
        throw new ProblemError({
          status: 404,
          detail: `The demo knows only ${[...demoSubjects.keys()].join(', ')}.`,
        });
      return context.json(await issuer.issue(request.value.subject, permissions));
    })
    .all('/tokens', onlyMethods('POST'));
  return routes;
}
