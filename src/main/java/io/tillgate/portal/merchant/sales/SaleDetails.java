package io.tillgate.portal.merchant.sales;

import io.tillgate.ledger.PostingView;
import io.tillgate.merchants.Store;
import io.tillgate.payments.PaymentKind;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.sales.SaleDetail.Line;
import io.tillgate.portal.merchant.shop.Event;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.portal.merchant.shop.Sum;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SaleLine;
import io.tillgate.sales.SalePayment;
import io.tillgate.tenancy.BusinessClock;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;

/** Puts together what the page of a sale shows. */
@RequestScoped
class SaleDetails {
    private final Frames frames;
    private final Shop shop;
    private final BusinessClock clock;

    SaleDetails(Frames frames, Shop shop, BusinessClock clock) {
        this.frames = frames;
        this.shop = shop;
        this.clock = clock;
    }

    SaleDetail of(Sale sale, List<Store> stores, List<PostingView> booked, String paper) {
        Formats formats = shop.formatsAt(stores, sale.place().store());
        SalesMessages words = words();
        List<Event> events = new ArrayList<>(new SaleEvents(words, shop.words(), formats).of(sale));
        booked.stream()
                .map(PostingView::recordedAt)
                .max(Comparator.naturalOrder())
                .ifPresent(at -> events.add(booked(words, formats, booked, at)));
        Refundable refundable = Refundable.of(sale);
        return new SaleDetail(
                sale.terms().receiptNumber(),
                formats.money(sale.terms().total()),
                SaleStates.of(sale, words),
                shop.name(stores, sale.place().store()) + " · " + sale.place().terminalNumber(),
                formats.moment(sale.createdAt()),
                events,
                sale.lines().stream().map(line -> line(sale, line, formats)).toList(),
                sums(sale, formats),
                money(sale, booked, formats),
                paper,
                refundable.left() > 0 ? frames.href("sales/" + sale.id() + "/refund") : "",
                refundable.mayBeVoided(clock.date(sale.place().tenant()))
                        ? frames.href("sales/" + sale.id() + "/void")
                        : "");
    }

    private static Event booked(SalesMessages words, Formats formats, List<PostingView> booked, Instant at) {
        long entries = booked.stream().map(PostingView::entry).distinct().count();
        return new Event(
                words.e_booked(), words.e_booked_about(formats.number(entries)), formats.timeWithSeconds(at), "good");
    }

    private Line line(Sale sale, SaleLine line, Formats formats) {
        Currency currency = sale.terms().total().currency();
        List<String> notes = new ArrayList<>();
        if (line.discount() > 0) {
            notes.add(words().discount() + " " + formats.money(-line.discount(), currency));
        }
        if (line.coupon() != null) {
            notes.add(words().coupon(line.coupon().code()));
        }
        if (line.returned() > 0) {
            notes.add(words().returned(formats.quantity(line.returned())));
        }
        return new Line(
                line.article().name(shop.chinese()),
                String.join(" · ", notes),
                formats.quantity(line.thousandths()),
                formats.money(line.unitPrice(), currency),
                formats.money(line.total(), currency));
    }

    private List<Sum> sums(Sale sale, Formats formats) {
        Currency currency = sale.terms().total().currency();
        List<Sum> sums = new ArrayList<>();
        if (sale.terms().discount() > 0) {
            sums.add(new Sum(
                    words().basket_discount(), formats.money(-sale.terms().discount(), currency), false));
        }
        sums.add(new Sum(words().total(), formats.money(sale.terms().total()), true));
        if (sale.progress().tips() > 0) {
            sums.add(new Sum(words().tip(), formats.money(sale.progress().tips(), currency), false));
        }
        return sums;
    }

    /** As the merchant's payable account was moved by it; cash never touches it. */
    private List<Sum> money(Sale sale, List<PostingView> booked, Formats formats) {
        Currency currency = sale.terms().total().currency();
        Predicate<SalePayment> stands = payment -> payment.state().equals("approved");
        long cash = sum(
                sale,
                stands.and(
                        each -> each.kind() == PaymentKind.SALE && each.tender().equals("cash")));
        long card = sum(
                sale,
                stands.and(each ->
                        each.kind() == PaymentKind.SALE && !each.tender().equals("cash")));
        long back = sum(sale, stands.and(each -> each.kind() == PaymentKind.REFUND));
        long fee = fee(booked);
        List<Sum> sums = new ArrayList<>();
        add(sums, words().m_cash(), cash, formats, currency);
        add(sums, words().m_taken(), card, formats, currency);
        add(sums, words().m_refunded(), -back, formats, currency);
        add(sums, words().m_fee(), -fee, formats, currency);
        if (!booked.isEmpty()) {
            long cashBack = sum(
                    sale,
                    stands.and(each ->
                            each.kind() == PaymentKind.REFUND && each.tender().equals("cash")));
            sums.add(new Sum(words().m_net(), formats.money(card - (back - cashBack) - fee, currency), true));
        }
        return sums;
    }

    /** Fee income, in credit: what was charged less what was given back. */
    private static long fee(List<PostingView> booked) {
        return booked.stream()
                .filter(posting -> posting.rule().endsWith("-fee"))
                .mapToLong(posting ->
                        Math.max(0, posting.amount().value()) * (posting.rule().equals("sale-fee") ? 1 : -1))
                .sum();
    }

    private static long sum(Sale sale, Predicate<SalePayment> which) {
        return sale.payments().stream()
                .filter(which)
                .mapToLong(payment -> payment.amounts().approved())
                .sum();
    }

    private static void add(List<Sum> sums, String label, long value, Formats formats, Currency currency) {
        if (value != 0) {
            sums.add(new Sum(label, formats.money(value, currency), false));
        }
    }

    private SalesMessages words() {
        return Words.in(SalesMessages.class, shop.locale());
    }
}
