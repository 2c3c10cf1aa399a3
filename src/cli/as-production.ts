import { declareProduction } from '../platform/config';

// Libraries look at it once, when they are loaded: whoever imports this does so before anything else.
declareProduction();
