// Builds shared-types and the backend, for the image and for a plain server: `node backend/deploy/build-server.mjs`.
import { buildIfStale } from '../bin/build.mjs';

await buildIfStale('shared-types', 'backend');
