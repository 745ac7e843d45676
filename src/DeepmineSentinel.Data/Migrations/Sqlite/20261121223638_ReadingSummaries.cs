using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeepmineSentinel.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReadingSummaries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ReadingSummaries",
                columns: table => new
                {
                    StopeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Hours = table.Column<int>(type: "INTEGER", nullable: false),
                    Start = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Readings = table.Column<int>(type: "INTEGER", nullable: false),
                    LeastVibrationMmPerSecond = table.Column<double>(type: "REAL", nullable: true),
                    GreatestVibrationMmPerSecond = table.Column<double>(type: "REAL", nullable: true),
                    LeastDeformationMmPerDay = table.Column<double>(type: "REAL", nullable: true),
                    GreatestDeformationMmPerDay = table.Column<double>(type: "REAL", nullable: true),
                    LeastStressMegapascals = table.Column<double>(type: "REAL", nullable: true),
                    GreatestStressMegapascals = table.Column<double>(type: "REAL", nullable: true),
                    LeastTemperatureCelsius = table.Column<double>(type: "REAL", nullable: true),
                    GreatestTemperatureCelsius = table.Column<double>(type: "REAL", nullable: true),
                    LeastHumidityPercent = table.Column<double>(type: "REAL", nullable: true),
                    GreatestHumidityPercent = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadingSummaries", x => new { x.StopeId, x.Hours, x.Start });
                    table.ForeignKey(
                        name: "FK_ReadingSummaries_Stopes_StopeId",
                        column: x => x.StopeId,
                        principalTable: "Stopes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // Summaries of the readings that are here already; from now on, who writes readings makes them.
            migrationBuilder.Sql(
                """
                INSERT INTO ReadingSummaries (StopeId, Hours, Start, Readings,
                    LeastVibrationMmPerSecond, GreatestVibrationMmPerSecond,
                    LeastDeformationMmPerDay, GreatestDeformationMmPerDay,
                    LeastStressMegapascals, GreatestStressMegapascals,
                    LeastTemperatureCelsius, GreatestTemperatureCelsius,
                    LeastHumidityPercent, GreatestHumidityPercent)
                SELECT r.StopeId, 24, strftime('%Y-%m-%d 00:00:00', r.Timestamp), COUNT(*),
                    MIN(r.VibrationVelocityMmPerSecond), MAX(r.VibrationVelocityMmPerSecond),
                    MIN(r.DeformationRateMmPerDay), MAX(r.DeformationRateMmPerDay),
                    MIN(r.StressMegapascals), MAX(r.StressMegapascals),
                    MIN(r.TemperatureCelsius), MAX(r.TemperatureCelsius),
                    MIN(r.HumidityPercent), MAX(r.HumidityPercent)
                FROM Readings r GROUP BY r.StopeId, strftime('%Y-%m-%d 00:00:00', r.Timestamp);
                """);
            migrationBuilder.Sql(
                """
                INSERT INTO ReadingSummaries (StopeId, Hours, Start, Readings,
                    LeastVibrationMmPerSecond, GreatestVibrationMmPerSecond,
                    LeastDeformationMmPerDay, GreatestDeformationMmPerDay,
                    LeastStressMegapascals, GreatestStressMegapascals,
                    LeastTemperatureCelsius, GreatestTemperatureCelsius,
                    LeastHumidityPercent, GreatestHumidityPercent)
                SELECT r.StopeId, 1, strftime('%Y-%m-%d %H:00:00', r.Timestamp), COUNT(*),
                    MIN(r.VibrationVelocityMmPerSecond), MAX(r.VibrationVelocityMmPerSecond),
                    MIN(r.DeformationRateMmPerDay), MAX(r.DeformationRateMmPerDay),
                    MIN(r.StressMegapascals), MAX(r.StressMegapascals),
                    MIN(r.TemperatureCelsius), MAX(r.TemperatureCelsius),
                    MIN(r.HumidityPercent), MAX(r.HumidityPercent)
                FROM ReadingSummaries d CROSS JOIN Readings r
                WHERE d.Hours = 24 AND d.Readings > 24
                    AND r.StopeId = d.StopeId AND r.Timestamp >= d.Start AND r.Timestamp < strftime('%Y-%m-%d 00:00:00', d.Start, '+1 day')
                GROUP BY r.StopeId, strftime('%Y-%m-%d %H:00:00', r.Timestamp);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReadingSummaries");
        }
    }
}
