// The door of reasoning: what would a change do? Pure models over tables and relations, each with its paper.
#pragma once

// Bargaining: where the parties to an issue end up, and how sure that is.
#include "reasoning/bargaining/bargaining.h"
#include "reasoning/bargaining/challenge_cases.h"
#include "reasoning/bargaining/challenge_fit.h"
#include "reasoning/bargaining/deterrence.h"
#include "reasoning/bargaining/proposal.h"
#include "reasoning/bargaining/sensitivity.h"

// Voting: how alike voters vote, and where they stand.
#include "reasoning/voting/agreement.h"
#include "reasoning/voting/ideal_points.h"

// Trade: gravity equations, equilibria, tariffs and sanctions.
#include "reasoning/trade/endowment.h"
#include "reasoning/trade/formula.h"
#include "reasoning/trade/ppml.h"
#include "reasoning/trade/sector_accounts.h"
#include "reasoning/trade/sectors.h"
#include "reasoning/trade/trade_run.h"

// Payments: rails between countries, and days of settlement.
#include "reasoning/payments/rail_network.h"
#include "reasoning/payments/settlement.h"
