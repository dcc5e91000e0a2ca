import { AppError } from '../../core/errors.ts';
import { orderNumberKey } from '../../core/order-number.ts';
import type { Shop } from '../shop.ts';
import type { ShopTables } from './ports.ts';

/** The embedded shop: the demo's goods, or what was imported. */
export function sqlShop(tables: ShopTables): Shop {
  return {
    async info() {
      const info = await tables.info();
      if (!info) {
        throw new AppError('shop.absent', {
          status: 503,
          publicMessage: {
            zh: '这里还没有店铺数据：请先导入（xiaoer import），或用演示店铺启动。',
            en: 'There is no shop here yet: import one (xiaoer import), or start with the demo shop.',
          },
        });
      }
      return { ...info, idempotency: 'native-key' };
    },

    listCategories: () => tables.listCategories(),
    listProducts: (page) => tables.listProducts(page),
    getProduct: (id) => tables.getProduct(id),
    catalogueVersion: () => tables.catalogueVersion(),

    getCustomer: (id) => tables.getCustomer(id),
    findCustomers: (query) => tables.findCustomers(query),
    listOrders: (customerId, page) => tables.listOrders(customerId, page),
    getOrder: (id) => tables.getOrder(id),
    async findOrder(number) {
      const key = orderNumberKey(number);
      return key === '' ? null : tables.findOrder(key);
    },
    listReturns: (orderId) => tables.listReturns(orderId),
    listCoupons: (customerId) => tables.listCoupons(customerId),
    listArticles: () => tables.listArticles(),

    cancelOrder: (write) => tables.cancelOrder(write),
    changeAddress: (write) => tables.changeAddress(write),
    changeItems: (write) => tables.changeItems(write),
    changePayment: (write) => tables.changePayment(write),
    requestReturn: (write) => tables.requestReturn(write),
    cancelReturn: (write) => tables.cancelReturn(write),
    refundOrder: (write) => tables.refundOrder(write),
    requestInvoice: (write) => tables.requestInvoice(write),
    remind: (write) => tables.remind(write),
    changeCustomerAddress: (write) => tables.changeCustomerAddress(write),
    findWrite: (key) => tables.findWrite(key),
  };
}
