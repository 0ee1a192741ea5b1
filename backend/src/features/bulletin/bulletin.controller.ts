import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { AnnualSectionService } from './annual-section.service';
import { BulletinFileService } from './bulletin-file.service';
import { CreateBulletinService } from './create-bulletin.service';
import { MoveBulletinService } from './move-bulletin.service';
import { ShowBulletinService } from './show-bulletin.service';

type Calls = typeof endpoints.bulletin;

@Controller()
export class BulletinController {
  constructor(
    private readonly createBulletin: CreateBulletinService,
    private readonly showBulletin: ShowBulletinService,
    private readonly moveBulletin: MoveBulletinService,
    private readonly annual: AnnualSectionService,
    private readonly files: BulletinFileService,
  ) {}

  @Route(endpoints.bulletin.list)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['list']>) {
    return this.showBulletin.list(ctx, input);
  }

  @Route(endpoints.bulletin.create)
  create(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['create']>) {
    return this.createBulletin.run(ctx, input);
  }

  @Route(endpoints.bulletin.get)
  get(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['get']>) {
    return this.showBulletin.run(ctx, input.id);
  }

  @Route(endpoints.bulletin.file)
  file(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['file']>) {
    return this.files.bulletin(ctx, input.id);
  }

  @Route(endpoints.bulletin.edit)
  edit(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['edit']>) {
    return this.moveBulletin.edit(ctx, input);
  }

  @Route(endpoints.bulletin.submit)
  submit(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['submit']>) {
    return this.moveBulletin.run(ctx, input.id, 'submit');
  }

  @Route(endpoints.bulletin.publish)
  publish(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['publish']>) {
    return this.moveBulletin.run(ctx, input.id, 'publish');
  }

  @Route(endpoints.bulletin.sendBack)
  sendBack(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['sendBack']>) {
    return this.moveBulletin.run(ctx, input.id, 'sendBack', input.note);
  }

  @Route(endpoints.bulletin.withdraw)
  withdraw(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['withdraw']>) {
    return this.moveBulletin.run(ctx, input.id, 'withdraw', input.note);
  }

  @Route(endpoints.bulletin.annualSection)
  annualSection(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['annualSection']>) {
    return this.annual.run(ctx, input);
  }

  @Route(endpoints.bulletin.annualSectionFile)
  annualSectionFile(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['annualSectionFile']>) {
    return this.files.annual(ctx, input);
  }
}
