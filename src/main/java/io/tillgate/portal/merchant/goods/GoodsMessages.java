package io.tillgate.portal.merchant.goods;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about products; they stand in {@code messages/goods_en.properties} and {@code messages/goods_zh.properties}. */
@MessageBundle(value = "goods", locale = "en")
public interface GoodsMessages {
    String held_all(String store);

    String held_some(String current, String all, String store);

    String title();

    String about();

    String export();

    String find();

    String category();

    String col_name();

    String col_sku();

    String col_price();

    String col_stock();

    String col_state();

    String at_store(String store);

    String active();

    String inactive();

    String no_price();

    String negative();

    String none();

    String none_about();

    String nothing_found();

    String nothing_found_about();

    String f_name_en();

    String f_name_zh();

    String f_name_hint();

    String f_sku();

    String f_sku_hint();

    String f_unit();

    String u_piece();

    String u_weight();

    String u_volume();

    String f_tax();

    String f_tax_hint();

    String f_category();

    String f_barcodes();

    String f_barcodes_hint();

    String f_active();

    String saved(String name);

    String added(String name);

    String particulars();

    String price();

    String p_now();

    String p_new(String currency);

    String p_set();

    String p_set_will();

    String p_history();

    String p_from(String time);

    String p_everywhere();

    String p_saved(String name, String money);

    String p_withdrawn();

    String stock();

    String s_store();

    String s_there(String quantity);

    String s_reason();

    String s_receipt();

    String s_count();

    String s_damage();

    String s_theft();

    String s_correction();

    String s_quantity();

    String s_hint();

    String s_book();

    String s_saved(String store, String quantity);

    String s_moves();

    String s_none();

    String m_sale();

    String m_sale_undone();

    String m_refund();

    String m_transfer();

    String i_title();

    String i_about();

    String i_file();

    String i_template();

    String i_mode();

    String i_nothing();

    String i_nothing_about();

    String i_rest();

    String i_rest_about();

    String i_send();

    String i_working();

    String i_done(String count, String priced);

    String i_none_taken(String count);

    String i_left_out(String count);

    String i_line();

    String i_column();

    String i_what();

    String i_more(String count);

    String i_again();

    String i_no_file();

    String import_file();

    String new_product();
}
