package io.tillgate.portal.merchant.sales;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about sales; they stand in {@code messages/sales_en.properties} and {@code messages/sales_zh.properties}. */
@MessageBundle(value = "sales", locale = "en")
public interface SalesMessages {
    String title();

    String about();

    String find();

    String find_hint();

    String from();

    String to();

    String store();

    String till();

    String state();

    String state_open();

    String state_paid();

    String state_voided();

    String state_refunded();

    String state_part();

    String state_notpaid();

    String col_when();

    String col_receipt();

    String col_where();

    String col_state();

    String col_total();

    String t_sales();

    String t_taken();

    String t_refunded();

    String t_net();

    String totals_of();

    String none();

    String none_about();

    String none_action();

    String nothing_found();

    String nothing_found_about();

    String sale(String receipt);

    String refund();

    String cancel_payment();

    String what_happened();

    String basket();

    String money();

    String paper();

    String no_basket();

    String quantity();

    String unit_price();

    String discount();

    String total();

    String basket_discount();

    String tip();

    String coupon(String code);

    String returned(String quantity);

    String m_taken();

    String m_cash();

    String m_refunded();

    String m_fee();

    String m_net();

    String m_about();

    String m_pending();

    String e_began(String till);

    String e_began_by(String till, String cashier);

    String e_approved(String money);

    String e_declined(String money);

    String e_nottaken(String money);

    String e_voided(String money);

    String e_reversed(String money);

    String e_pending(String money);

    String e_refund(String money);

    String e_refund_declined(String money);

    String e_refund_nottaken(String money);

    String e_refund_pending(String money);

    String e_void(String money);

    String e_void_declined(String money);

    String e_void_pending(String money);

    String e_card(String scheme, String masked, String entry);

    String e_cash();

    String e_wallet();

    String e_auth(String code);

    String e_booked();

    String e_booked_about(String count);

    String entry_chip();

    String entry_contactless();

    String entry_swipe();

    String entry_manual();

    String reason_no_answer();

    String reason_bank(String code);

    String reason_risk();

    String reason_other();

    String r_title();

    String r_of(String receipt, String money);

    String r_left(String money);

    String r_which();

    String r_how_much();

    String r_all(String money);

    String r_some();

    String r_amount(String currency);

    String r_goods();

    String r_goods_about();

    String r_why();

    String why_customer();

    String why_faulty();

    String why_mistake();

    String why_duplicate();

    String r_will();

    String r_will_card(String card);

    String r_will_cash();

    String r_will_payout();

    String r_will_final();

    String r_send();

    String r_done(String money, String reference);

    String r_refused(String reason);

    String r_amount_wrong(String least, String most);

    String r_changed();

    String r_nothing();

    String r_nothing_about();

    String v_title();

    String v_will(String money);

    String v_until();

    String v_send();

    String v_done(String money, String reference);

    String to_sale();
}
