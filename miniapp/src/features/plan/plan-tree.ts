import { lights, noLights, type LightCounts, type TaskRow, type WorkPoint } from '@sunledger/shared-types';

export interface PlanItem extends WorkPoint {
  subItems: WorkPoint[];
}

export interface PlanSection {
  /** The point's id; 0 for what stands before or outside any section. */
  id: number;
  number: string | null;
  title: string | null;
  text: string | null;
  lights: LightCounts;
  items: PlanItem[];
}

const outside = (): PlanSection => ({
  id: 0,
  number: null,
  title: null,
  text: null,
  lights: noLights(),
  items: [],
});

function addTo(sum: LightCounts, more: LightCounts): void {
  lights.forEach((light) => (sum[light] += more[light]));
}

/**
 * The flat points of a plan as sections with items with sub-items, in reading order. Papers without
 * sections, and points whose parent is missing, end in a section of their own: nothing is dropped.
 */
export function sectionsOf(points: readonly WorkPoint[]): PlanSection[] {
  const sections: PlanSection[] = [];
  const sectionById = new Map<number, PlanSection>();
  const itemById = new Map<number, PlanItem>();

  const sectionOf = (point: WorkPoint): PlanSection => {
    const parent = point.parentId === null ? undefined : sectionById.get(point.parentId);
    if (parent) return parent;
    const last = sections[sections.length - 1];
    const loose = last?.id === 0 ? last : outside();
    if (loose !== last) sections.push(loose);
    addTo(loose.lights, point.lights);
    return loose;
  };

  points.forEach((point) => {
    const item = point.parentId === null ? undefined : itemById.get(point.parentId);
    if (point.level === 'section') {
      const { id, number, title, text, lights: counts } = point;
      const section = { id, number, title, text, lights: counts, items: [] };
      sections.push(section);
      sectionById.set(id, section);
    } else if (point.level === 'subItem' && item) {
      item.subItems.push(point);
    } else {
      const added = { ...point, subItems: [] };
      itemById.set(point.id, added);
      sectionOf(point).items.push(added);
    }
  });
  return sections;
}

/** The section a point stands in, and the item that has to be opened to see it. */
export function findPoint(
  sections: readonly PlanSection[],
  pointId: number,
): { section: PlanSection; item: PlanItem | null } | null {
  for (const section of sections) {
    if (section.id === pointId) return { section, item: null };
    const item = section.items.find(
      (each) => each.id === pointId || each.subItems.some((sub) => sub.id === pointId),
    );
    if (item) return { section, item };
  }
  return null;
}

/** The tasks of an item and of everything below it. */
export function tasksOfItem<T extends Pick<TaskRow, 'pointId'>>(item: PlanItem, tasks: readonly T[]): T[] {
  const ids = new Set([item.id, ...item.subItems.map((sub) => sub.id)]);
  return tasks.filter((task) => task.pointId !== null && ids.has(task.pointId));
}

/** The lights of tasks that belong to the section as a whole and to none of its items. */
export function ownLights(section: PlanSection): LightCounts {
  const own = { ...section.lights };
  section.items.forEach((item) => lights.forEach((light) => (own[light] -= item.lights[light])));
  return own;
}

/** What a reading voice says of a section, in the order of the page; each part is found on it by its id. */
export function spokenParts(section: PlanSection): { id: string; text: string }[] {
  const parts = [{ id: `section-${section.id}`, text: section.text ?? '' }];
  section.items.forEach((item) => {
    parts.push(
      { id: `title-${item.id}`, text: item.title ?? '' },
      { id: `text-${item.id}`, text: item.text ?? '' },
    );
    item.subItems.forEach((sub) =>
      parts.push({ id: `text-${sub.id}`, text: `${sub.title ?? ''}${sub.text ?? ''}` }),
    );
  });
  return parts.filter(({ text }) => text !== '');
}
