/** What a membership of a region lets an account do; see the roles table of the product. */
export const roles = ['handler', 'reviewer', 'office', 'official', 'admin'] as const;
export type Role = (typeof roles)[number];

export const roleNames: Record<Role, string> = {
  handler: '经办人',
  reviewer: '审核人',
  office: '政务公开办',
  official: '领导',
  admin: '系统管理员',
};

/** Roles that work inside a region, as opposed to running the deployment. */
export const regionRoles = ['handler', 'reviewer', 'office', 'official'] as const satisfies readonly Role[];
