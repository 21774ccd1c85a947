/** An element as custom-elements.json describes it; see the Custom Elements Manifest. */
export interface ElementDoc {
  readonly kind: 'class';
  readonly name: string;
  readonly tagName: string;
  readonly description?: string;
  readonly superclass?: { readonly name: string; readonly package?: string };
  readonly members: readonly {
    readonly kind: 'field' | 'method';
    readonly name: string;
    readonly privacy?: string;
    readonly static?: boolean;
    readonly readonly?: boolean;
    readonly description?: string;
    readonly attribute?: string;
    readonly inheritedFrom?: unknown;
  }[];
  readonly attributes?: readonly {
    readonly name: string;
    readonly fieldName?: string;
    readonly description?: string;
    readonly type?: { readonly text: string };
  }[];
  readonly events?: readonly { readonly name: string; readonly description?: string }[];
  readonly slots?: readonly { readonly name: string; readonly description?: string }[];
  readonly cssParts?: readonly { readonly name: string; readonly description?: string }[];
}

/** What a host sets on an element. */
export function fields({ members }: ElementDoc): ElementDoc['members'] {
  return members.filter((member) => member.kind === 'field' && !member.static && !member.readonly);
}
