import * as v from 'valibot';

/**
 * Rules about several settings of a record, each shown at the first field. One is checked as soon as all `fields` have
 * the right types, even if other fields are wrong. The casts are needed because valibot's path types cannot follow a
 * generic list of keys.
 */
export function settingRule<Settings extends object>() {
  return <const Fields extends readonly [keyof Settings & string, ...(keyof Settings & string)[]]>(
    fields: Fields,
    holds: (settings: Pick<Settings, Fields[number]>) => boolean,
    sentence: string,
  ): v.BaseValidation<Settings, Settings, v.BaseIssue<unknown>> => {
    const paths = fields.map((field) => [field]) as unknown as [['name']];
    const check = v.partialCheck<{ name: unknown }, typeof paths, { name: unknown }, string>(
      paths,
      holds as unknown as (settings: object) => boolean,
      sentence,
    );
    const placed: unknown = v.forward(check, [fields[0]] as unknown as ['name']);
    return placed as v.BaseValidation<Settings, Settings, v.BaseIssue<unknown>>;
  };
}
