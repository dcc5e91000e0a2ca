import { z } from 'zod';
import { decimal, id, text, whole } from '../fields.ts';

/** The columns that are read, by table of the shop's own database. */
export const product = z.object({
  id,
  name: text,
  brand_id: id.nullish(),
  brand_name: text,
  product_category_id: id.nullish(),
  product_category_name: text,
  delete_status: whole.nullish(),
  publish_status: whole.nullish(),
  price: decimal,
  original_price: decimal,
  stock: whole.nullish(),
  sub_title: text,
  description: text,
  detail_desc: text,
  keywords: text,
  product_sn: text,
});

export const sku = z.object({
  id,
  product_id: id,
  sku_code: text,
  price: decimal,
  stock: whole.nullish(),
  lock_stock: whole.nullish(),
  sp_data: text,
});

export const brand = z.object({ id, name: text });

export const category = z.object({ id, parent_id: id.nullish(), name: text });

export const order = z.object({
  id,
  member_id: id.nullish(),
  order_sn: id,
  create_time: text,
  member_username: text,
  total_amount: decimal,
  pay_amount: decimal,
  freight_amount: decimal,
  promotion_amount: decimal,
  coupon_amount: decimal,
  integration_amount: decimal,
  discount_amount: decimal,
  pay_type: whole.nullish(),
  status: whole,
  delivery_company: text,
  delivery_sn: text,
  receiver_name: text,
  receiver_phone: text,
  receiver_post_code: text,
  receiver_province: text,
  receiver_city: text,
  receiver_region: text,
  receiver_detail_address: text,
  note: text,
  delete_status: whole.nullish(),
  payment_time: text,
  delivery_time: text,
  receive_time: text,
  modify_time: text,
});

export const item = z.object({
  id,
  order_id: id,
  product_id: id.nullish(),
  product_name: text,
  product_price: decimal,
  product_quantity: whole.min(1),
  product_sku_id: id.nullish(),
  product_sku_code: text,
  promotion_amount: decimal,
  coupon_amount: decimal,
  integration_amount: decimal,
  product_attr: text,
});

export const returnApply = z.object({
  id,
  order_id: id,
  product_id: id.nullish(),
  create_time: text,
  return_amount: decimal,
  status: whole,
  product_attr: text,
  product_count: whole.min(1),
  reason: text,
  description: text,
});

export const coupon = z.object({
  id,
  name: text,
  amount: decimal,
  min_point: decimal,
  start_time: text,
  end_time: text,
  use_type: whole,
  code: text,
});
