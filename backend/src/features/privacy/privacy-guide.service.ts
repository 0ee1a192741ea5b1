import { Injectable } from '@nestjs/common';
import {
  consentPurposes,
  consentTexts,
  NOTIFICATIONS_KEPT_DAYS,
  retentionOf,
  type PrivacyGuide,
  type PrivacyItem,
  type RetentionDays,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { RegionService } from '../region/region.service';

const VERSION = '2026-01';

/** 隐私说明 with the region's own days: each line is what the program does, and the retention jobs keep to it. */
@Injectable()
export class PrivacyGuideService {
  constructor(private readonly regions: RegionService) {}

  async run(ctx: Ctx, code: string): Promise<PrivacyGuide> {
    const region = await this.regions.byCode(ctx, code);
    return {
      processor: `${region.name}政务公开办公室`,
      filingNumber: region.filingNumber,
      version: VERSION,
      items: itemsOf(retentionOf(region.settings.retention)),
      consents: consentPurposes.map((purpose) => ({ purpose, ...consentTexts[purpose] })),
    };
  }
}

const itemsOf = (days: RetentionDays): PrivacyItem[] => [
  {
    what: '登录标识（微信给的编号，加密保存）',
    why: '认出是您本人，给您发办理提醒',
    who: '只有系统使用',
    howLong: '注销账号时删除',
  },
  {
    what: '手机号（微信验证，加密保存）',
    why: '地区要求实名时，确认留言人真实存在',
    who: '只有系统使用，不给工作人员看',
    howLong: '注销账号时删除',
  },
  {
    what: '留言和补充的文字',
    why: '办理和答复您的问题',
    who: '办理单位和政务公开办；领导查看时隐去联系方式',
    howLong: '随办理档案保存；注销账号时删除，已公开的问答去掉个人信息后保留',
  },
  {
    what: '称呼和联系电话（可以不填）',
    why: '需要核实情况时联系您',
    who: '办理单位和政务公开办',
    howLong: `办结 ${days.contact} 天后自动删除`,
  },
  {
    what: '评价和意见',
    why: '督促改进答复质量',
    who: '办理单位和政务公开办',
    howLong: '评价等次计入统计；文字在注销账号时删除',
  },
  {
    what: '办理经过（时间、单位、步骤）',
    why: '证明什么时候收到、什么时候答复，不能改动',
    who: '您本人和工作人员；公开的留言，公众看得到主要步骤',
    howLong: '作为公务记录长期保存，里面没有个人信息',
  },
  {
    what: '提醒消息',
    why: '告诉您办理进度',
    who: '只有您本人',
    howLong: `${NOTIFICATIONS_KEPT_DAYS} 天后自动删除`,
  },
  {
    what: '登录记录',
    why: '保护账号，方便您查看和退出其他设备',
    who: '只有您本人',
    howLong: '登录到期 7 天后自动删除',
  },
  {
    what: '同意公开、监护人代交的记录',
    why: '证明是经您同意的',
    who: '只有您本人和政务公开办',
    howLong: '至少保存 3 年',
  },
];
