package io.tillgate.launcher.replay;

import io.tillgate.launcher.demo.FirstMerchants.Business;
import io.tillgate.launcher.demo.Numbers;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a shipped tenant before anything happens there.
 *
 * @param money the currency, and its number in ISO 4217
 * @param shops who trades
 * @param applicants who only applied
 */
record Town(
        String slug,
        ZoneId zone,
        LocalTime cutOff,
        Money money,
        String taxRate,
        List<Shop> shops,
        List<Applicant> applicants,
        List<String> cashiers) {
    /** A currency by code and number. */
    record Money(String code, String number) {}

    /**
     * A merchant who trades.
     *
     * @param aisle what is sold there
     * @param owner empty for the owners whom the installation knows, in their order
     * @param branch a second store; empty for none
     */
    record Shop(String aisle, String owner, Optional<Business> business, Branch branch) {}

    /** A further place of business. */
    record Branch(String en, String zh, String line1, String city, String postalCode) {
        static final Branch NONE = new Branch("", "", "", "", "");

        boolean exists() {
            return !en.isEmpty();
        }
    }

    /**
     * Somebody who applied.
     *
     * @param arrives where the application stands in the end: a state of it
     */
    record Applicant(String username, Business business, String arrives) {}

    boolean chinese() {
        return slug.equals("jiuzhou");
    }

    static Optional<Town> of(String slug) {
        return switch (slug) {
            case "harbour" -> Optional.of(harbour());
            case "jiuzhou" -> Optional.of(jiuzhou());
            default -> Optional.empty();
        };
    }

    private static Town harbour() {
        return new Town(
                "harbour",
                ZoneId.of("Europe/Amsterdam"),
                LocalTime.of(22, 0),
                new Money("EUR", "978"),
                "0.21",
                List.of(
                        new Shop(
                                "home",
                                "",
                                Optional.empty(),
                                new Branch(
                                        "Quayside Gifts, Old Town",
                                        "码头礼品 老城店",
                                        "27 rue Esquermoise",
                                        "Lille",
                                        "59000")),
                        new Shop("paper", "", Optional.empty(), Branch.NONE),
                        new Shop("kitchen", "owner.dock", Optional.of(french("Dockside Kitchen", 51)), Branch.NONE)),
                List.of(
                        new Applicant("owner.mistral", french("Café Mistral", 61), "draft"),
                        new Applicant("owner.jardin", french("Jardin des Halles", 62), "submitted"),
                        new Applicant("owner.velo", french("Vélo Lumière", 63), "submitted"),
                        new Applicant("owner.atelier", french("Atelier Nord", 64), "needs-information"),
                        new Applicant("owner.fortune", french("Fortune Rapide", 65), "refused"),
                        new Applicant("owner.bakery", french("Boulangerie du Port", 66), "awaiting-agreement")),
                List.of("Ada", "Jonas", "Mila"));
    }

    private static Town jiuzhou() {
        return new Town(
                "jiuzhou",
                ZoneId.of("Asia/Shanghai"),
                LocalTime.of(23, 0),
                new Money("CNY", "156"),
                "0.13",
                List.of(
                        new Shop("paper", "", Optional.empty(), Branch.NONE),
                        new Shop(
                                "home",
                                "",
                                Optional.empty(),
                                new Branch("Celadon Living, West Lake", "青瓷生活 西湖店", "南山路 88 号", "杭州", "310002")),
                        new Shop("kitchen", "owner.kitchen", Optional.of(chinese("木槿厨房", 71)), Branch.NONE)),
                List.of(
                        new Applicant("owner.tea", chinese("云雾茶舍", 81), "draft"),
                        new Applicant("owner.flower", chinese("拾光花店", 82), "submitted"),
                        new Applicant("owner.book", chinese("墨香书屋", 83), "submitted"),
                        new Applicant("owner.bike", chinese("飞燕单车", 84), "needs-information"),
                        new Applicant("owner.gold", chinese("聚宝典当", 85), "refused"),
                        new Applicant("owner.bakery", chinese("麦田烘焙", 86), "awaiting-agreement")),
                List.of("小林", "阿杰", "陈晨"));
    }

    private static Business french(String name, int seed) {
        return new Business(name + " SAS", name, Numbers.siren(seed * 1_234_567L), Numbers.iban(seed * 7_654_321L));
    }

    private static Business chinese(String name, int seed) {
        return new Business(
                "上海" + name + "有限公司",
                name,
                Numbers.creditIdentifier(seed * 12_347L),
                Numbers.luhnNumber("622202100111", 19, seed * 4_321L));
    }
}
