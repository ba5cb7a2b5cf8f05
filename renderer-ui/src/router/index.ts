/** Addresses and screens: what is shown where, and how somebody gets there. */
export { Link, type LinkProps } from './Link.js';
export { closestMatch, type Params } from './match-path.js';
export { Navigate } from './Navigate.js';
export { useLocation, useNavigate, useParams } from './place.js';
export { Router } from './Router.js';
export { Routes, type Route } from './Routes.js';
export { useSearchParams } from './use-search-params.js';
