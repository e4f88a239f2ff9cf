export function lightSentences(): {
    /** @param {Range[]} ranges */
    show(ranges: Range[]): void;
    clear(): void;
};
