package io.tillgate.merchants;

/** What a change request would change about a merchant account. */
public sealed interface Change {
    /** As it is stored and shown: {@code bank-account} or {@code fee-plan}. */
    String kind();

    record ToBankAccount(BankAccount account) implements Change {
        public static final String KIND = "bank-account";

        @Override
        public String kind() {
            return KIND;
        }
    }

    record ToFeePlan(String plan) implements Change {
        public static final String KIND = "fee-plan";

        @Override
        public String kind() {
            return KIND;
        }
    }
}
