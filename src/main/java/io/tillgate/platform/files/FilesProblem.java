package io.tillgate.platform.files;

import io.tillgate.shared.ProblemCode;

/** Why a file is not taken, in the order of checking. */
public enum FilesProblem implements ProblemCode {
    /** It has no bytes. */
    FILE_EMPTY(Category.INVALID),
    /** Above {@link Files#SIZE_BYTES_MAX}. */
    FILE_SIZE(Category.TOO_LARGE),
    /** Not one of the kinds that are taken. */
    FILE_TYPE(Category.INVALID),
    /** Its first bytes are not those of the kind that it says it is. */
    FILE_NOT_WHAT_IT_SAYS(Category.INVALID);

    private final Category category;

    FilesProblem(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
