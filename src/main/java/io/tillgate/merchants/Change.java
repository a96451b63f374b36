package io.tillgate.merchants;

/** What a change request would change about a merchant's accounts. */
public sealed interface Change {
    /** As it is stored and shown: {@code bank-account}, {@code fee-plan} or {@code new-account}. */
    String kind();

    record ToBankAccount(BankAccount account) implements Change {
        public static final String KIND = "bank-account";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /** One more way of trading. */
    record ToNewAccount(NewAccount wanted) implements Change {
        public static final String KIND = "new-account";

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
