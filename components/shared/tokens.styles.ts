import { unsafeCSS } from 'lit';
// eslint-disable-next-line boundaries/dependencies -- assets/ it is; the resolver does not know `?inline`
import tokensFile from '../../assets/tokens.css?inline';

/** The tokens within a root element's shadow tree. The same file serves a host's page. */
export const tokens = unsafeCSS(tokensFile);
