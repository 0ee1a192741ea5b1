import { placesOf } from './places';

describe('a pasted list of villages', () => {
  it('is read from lines, marks and table cells, each name once and in order', () => {
    expect(placesOf('1. 东河村\n2．西河村\n（三）桥头村')).toEqual(['东河村', '西河村', '桥头村']);
    expect(placesOf('东河村、西河村，东河村；桥头社区。')).toEqual(['东河村', '西河村', '桥头社区']);
    expect(placesOf('1\t东 河 村\n2\t①西河村\n\n')).toEqual(['东河村', '西河村']);
    expect(placesOf(' \n ')).toEqual([]);
  });

  it('keeps a name that begins with a number word', () => {
    expect(placesOf('三里村\n十八里铺村\n一〇一社区')).toEqual(['三里村', '十八里铺村', '一〇一社区']);
  });
});
