namespace Dunning.Simulator.Debtors;

/// <summary>How a debtor takes a reminder.</summary>
public enum Behaviour
{
    PaysWhenReminded, PaysAndThanks, PromisesAndKeeps, PromisesAndBreaks, Disputes, AsksForCopy, ClaimsPaidTruly, ClaimsPaidFalsely,
    Vague, Away, DeadAddress, Spoofed, Injects, OptsOut, Silent,
}
