import type { Violation } from '../../violations.ts';
import type { DraftRemark } from '../mapping/element-reader.ts';
import { remarkSentence, type Remark } from '../import-plan.ts';

/** A remark about a violated rule, or one with a code of its own. */
export type AnyRemark = DraftRemark | (Omit<DraftRemark, 'code'> & { readonly violation: Violation });

/** The id of a remark about the record of a key: the same each time. */
export function remarkId(key: string, remark: AnyRemark): string {
  const { pointer = '', params } = remark;
  const code = 'violation' in remark ? remark.violation.rule : remark.code;
  const about = 'violation' in remark ? '' : String(params.name ?? params.element ?? params.file ?? '');
  return [key, code, pointer, about].filter((part) => part !== '').join(' ');
}

/** The code, the parameters and the sentence of a remark. */
export function worded(remark: AnyRemark): Pick<Remark, 'code' | 'params' | 'sentence'> & { rule?: string } {
  if (!('violation' in remark))
    return {
      code: remark.code,
      params: { ...remark.params },
      sentence: remarkSentence(remark.code, remark.params),
    };
  const { rule, detail } = remark.violation;
  return { code: 'rule', rule, params: { ...remark.params }, sentence: detail };
}
