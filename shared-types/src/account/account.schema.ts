import * as z from 'zod/mini';
import { roles } from '../roles';

export const Membership = z.object({
  id: z.number(),
  role: z.enum(roles),
  regionId: z.nullable(z.number()),
  regionCode: z.nullable(z.string()),
  regionName: z.nullable(z.string()),
  unitId: z.nullable(z.number()),
  unitName: z.nullable(z.string()),
});
export type Membership = z.infer<typeof Membership>;

export const Me = z.object({
  id: z.number(),
  name: z.string(),
  phoneVerified: z.boolean(),
  memberships: z.array(Membership),
});
export type Me = z.infer<typeof Me>;

/** The people of the demo region; one click each on the demo sign-in page. */
export const personas = [
  'citizen',
  'citizen2',
  'handler',
  'handler2',
  'reviewer',
  'office',
  'officeReviewer',
  'office2',
  'official',
  'admin',
] as const;
export type Persona = (typeof personas)[number];

export const Session = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  /** Seconds until the access token ends. */
  expiresIn: z.number(),
  me: Me,
});
export type Session = z.infer<typeof Session>;

export const DemoPersona = z.object({
  persona: z.enum(personas),
  name: z.string(),
  role: z.string(),
  unitName: z.nullable(z.string()),
  regionName: z.nullable(z.string()),
  describes: z.string(),
});
export type DemoPersona = z.infer<typeof DemoPersona>;
