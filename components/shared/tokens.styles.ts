import { unsafeCSS } from 'lit';
// eslint-disable-next-line boundaries/dependencies -- assets/ it is; the resolver does not know `?inline`
import tokensFile from '../../assets/tokens.css?inline';

/** The tokens in a root element's shadow tree. A host's page can load the same file. */
export const tokens = unsafeCSS(tokensFile);
