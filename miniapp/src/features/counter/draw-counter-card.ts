const WIDTH = 900;
const HEIGHT = 1260;
const CODE = 600;

/**
 * A card for the counter, A-paper shaped and sharp enough for A5: what it is for, the code, whose it is.
 * Only in browsers; WeChat has no printer.
 * @returns a PNG as a data URL
 */
export async function drawCounterCard(card: { name: string; unit: string; code: string }): Promise<string> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser draws no pictures');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = '#1d4f91';
  pen.fillRect(0, 0, WIDTH, 200);
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  write(pen, '扫码评价 · 留言', 100, 72, '#ffffff');
  const picture = await loaded(card.code);
  pen.imageSmoothingEnabled = false;
  pen.drawImage(picture, (WIDTH - CODE) / 2, 260, CODE, CODE);
  write(pen, card.name, 950, 60, '#1a2230');
  write(pen, card.unit, 1030, 40, '#1a2230');
  write(pen, '评价不显示姓名；留言会告诉您最迟哪天答复', 1130, 34, '#4a5362');
  write(pen, '阳光台账', 1200, 30, '#4a5362');
  return canvas.toDataURL('image/png');
}

/** One line in the middle, smaller where it would not fit. */
function write(pen: CanvasRenderingContext2D, text: string, y: number, size: number, color: string): void {
  pen.fillStyle = color;
  let fitted = size;
  do {
    pen.font = `${fitted}px "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif`;
    fitted -= 2;
  } while (pen.measureText(text).width > WIDTH - 80 && fitted > 16);
  pen.fillText(text, WIDTH / 2, y);
}

function loaded(source: string): Promise<HTMLImageElement> {
  return new Promise((done, failed) => {
    const picture = document.createElement('img');
    picture.onload = () => done(picture);
    picture.onerror = () => failed(new Error('the code could not be drawn'));
    picture.src = source;
  });
}
