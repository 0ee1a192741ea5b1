import { Module } from '@nestjs/common';
import { DeliveryController } from './delivery.controller';
import { ListDeliveriesService } from './list-deliveries.service';
import { ReplayDeliveryService } from './replay-delivery.service';

/** What could not be delivered, for the admin. */
@Module({ controllers: [DeliveryController], providers: [ListDeliveriesService, ReplayDeliveryService] })
export class DeliveryModule {}
