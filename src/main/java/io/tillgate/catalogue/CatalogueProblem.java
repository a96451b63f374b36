package io.tillgate.catalogue;

import io.tillgate.shared.ProblemCode;

/** Why the catalogue says no. Quantities are checked in the order written here, then the rest by operation. */
public enum CatalogueProblem implements ProblemCode {
    /** The quantity carries a sign. */
    QUANTITY_SIGN(Category.INVALID),
    /** The quantity is written with an exponent. */
    QUANTITY_EXPONENT(Category.INVALID),
    /** The quantity is not a plain decimal number. */
    QUANTITY_MALFORMED(Category.INVALID),
    /** The quantity has more than three decimals. */
    QUANTITY_PLACES(Category.INVALID),
    /** The quantity is zero or above 999999.999. */
    QUANTITY_RANGE(Category.INVALID),
    /** The product is sold by piece and the quantity has decimals. */
    QUANTITY_NOT_WHOLE(Category.INVALID),
    /** A discount is negative or above what it is taken from. */
    DISCOUNT_RANGE(Category.INVALID),
    /** A price is negative or too large. */
    PRICE_RANGE(Category.INVALID),
    /** The currency is not one of ISO 4217, or not the one in use here. */
    CURRENCY(Category.INVALID),
    /** The sku is used by another product of this merchant. */
    SKU_TAKEN(Category.CONFLICT),
    /** A product keeps its sku: terminals, prices and stock know it by that. */
    SKU_FIXED(Category.CONFLICT),
    /** The barcode is used by another product of this merchant. */
    BARCODE_TAKEN(Category.CONFLICT),
    /** The price would begin in the past. */
    PRICE_BACKDATED(Category.INVALID),
    /** Only a price in force or one still to come can be reverted. */
    PRICE_SUPERSEDED(Category.CONFLICT),
    /** There was no price before this one. */
    PRICE_WITHOUT_PREDECESSOR(Category.CONFLICT),
    /** The coupon code is used by another coupon of this merchant. */
    COUPON_CODE_TAKEN(Category.CONFLICT),
    /** There is no such coupon, or it is switched off. */
    COUPON_UNKNOWN(Category.REFUSED),
    /** The coupon is not valid yet, or no longer. */
    COUPON_NOT_VALID(Category.REFUSED),
    /** The basket is below the coupon's minimum. */
    COUPON_BASKET_TOO_SMALL(Category.REFUSED),
    /** The coupon has been used as often as it may be, overall or with this card. */
    COUPON_SPENT(Category.REFUSED),
    /** The import file has mistakes; nothing was imported. */
    IMPORT_HAS_MISTAKES(Category.INVALID),
    /** The import file has more than 10,000 lines. */
    IMPORT_TOO_LONG(Category.TOO_LARGE);

    private final Category category;

    CatalogueProblem(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
