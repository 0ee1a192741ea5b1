import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** The access token that all replicas share, sealed with FIELD_KEY. Times are system time. */
@Entity('wechat_token')
@Index('ux_wechat_token_app', ['appId'], { unique: true })
export class WechatTokenEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'varchar', length: 40 })
  appId!: string;

  @Column({ type: 'longtext' })
  tokenEnc!: string;

  @Column({ type: 'datetime', precision: 3 })
  expiresAt!: Date;

  /** When it was last renewed by force. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  forcedAt!: Date | null;
}
