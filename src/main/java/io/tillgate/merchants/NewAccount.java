package io.tillgate.merchants;

import io.tillgate.shared.identifiers.CategoryCode;
import java.util.Currency;

/** What an account of a merchant needs to be opened. Its number is given with it. */
public record NewAccount(Currency currency, CategoryCode category, String feePlan, BankAccount payout) {}
