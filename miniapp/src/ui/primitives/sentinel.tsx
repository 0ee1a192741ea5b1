import { useEffect, useRef } from 'react';

/** Calls when the end of a list comes into sight (H5; WeChat tells the page itself that its bottom is near). */
export function Sentinel({ onSight }: { onSight: () => void }) {
  const element = useRef<HTMLSpanElement>(null);
  const latest = useRef(onSight);
  latest.current = onSight;
  useEffect(() => {
    if (!element.current || typeof IntersectionObserver === 'undefined') return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) latest.current();
      },
      { rootMargin: '240px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return <span ref={element} aria-hidden="true" />;
}
